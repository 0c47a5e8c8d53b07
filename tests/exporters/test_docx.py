"""The Word document, opened again with python-docx and compared with the meeting."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

from exporters import ExportError, export
from models import meeting as m
from models.minutes import Minutes
from tests.exporters.choices import options
from tests.meetings.launch import launch

FACTS, TOPICS, RESOLUTIONS, ACTIONS, OPEN_ISSUES, CONFIRMATIONS = range(6)


def made(minutes: Minutes | None = None, **choices: object) -> Document:
    return docx.Document(io.BytesIO(export(minutes or launch(), ".docx", options(**choices))))


def texts(table: Table) -> list[list[str]]:
    """Each row's cells, a merged cell once."""
    found = []
    for row in table.rows:
        cells = {id(cell._tc): cell.text for cell in row.cells}
        found.append(list(cells.values()))
    return found


def all_xml(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


# -- content ---------------------------------------------------------------------------------------------------


def test_the_sections_stand_in_the_order_of_the_template() -> None:
    headings = [p.text for p in made().paragraphs if p.style and p.style.name == "Heading 1"]

    assert headings == [
        "一、会议基本信息",
        "二、议题与讨论记录",
        "三、决议事项",
        "四、行动项跟踪表",
        "五、遗留问题",
        "六、其他事项",
        "七、审核与确认",
        "八、分发与存档",
    ]


def test_a_section_without_content_is_left_out_and_the_others_move_up() -> None:
    minutes = launch(next_at=None, next_place="")
    minutes.apply([], [(m.OpenIssue, row.id) for row in minutes.all(m.OpenIssue)])

    headings = [p.text for p in made(minutes).paragraphs if p.style and p.style.name == "Heading 1"]

    assert headings[3:] == ["四、行动项跟踪表", "五、审核与确认", "六、分发与存档"]


def test_the_facts_are_eight_rows_in_the_template_s_order_and_those_beside_them() -> None:
    rows = texts(made().tables[FACTS])

    assert rows == [
        ["项目", "内容"],
        ["会议名称", "2026年Q3新产品上市跨部门协作启动会"],
        ["会议时间", "2026年9月16日（周三）14:00—16:00"],
        ["会议地点", "总部3楼第一会议室（线上：腾讯会议，会议号 682 114 903）"],
        ["主持人", "市场部王总监"],
        ["记录人", "行政部何专员"],
        [
            "参会部门及人员",
            (
                "市场部：王总监、李经理、张专员；研发部：陈工程师（代刘总监）；"
                "销售部：赵经理（15:20离席）、钱主管（14:10到会）；财务部：孙主管；行政部：何专员\n来宾：陈老师"
            ),
        ],
        ["缺席人员及原因", "研发部刘总监（客户拜访，已安排陈工程师代为参会）"],
        ["会议主题", "明确新产品上市涉及的市场推广、技术研发、销售支持、预算分配等跨部门协作方案"],
        ["应到与实到", "应到9人，实到8人"],
        ["会议目标", "确定上市节点、预算占比和跨部门对接规则"],
        ["会议发起部门", "市场部"],
        ["附件资料", "新产品上市项目计划书"],
    ]


def test_each_topic_is_a_row_and_a_full_width_row_of_disagreement_and_consensus() -> None:
    rows = texts(made().tables[TOPICS])

    assert rows[1] == [
        "1.1",
        "产品推广与技术支持协作流程",
        (
            "背景：首发活动定在10月中旬，市场部与研发部尚无固定对接节点。\n"
            "如何明确市场部推广活动与研发部技术支持的对接节点及响应标准。"
        ),
        (
            "市场部：需研发部于9月23日前提供“产品功能亮点说明”，用于推广素材制作；\n"
            "研发部：（陈工程师）要求市场部提前7天提交推广需求，预留技术调试时间；\n"
            "销售部：亮点说明请同步一份，培训要用。"
        ),
    ]
    assert rows[2] == [
        "分歧与共识",
        (
            "争议：是否需增设紧急响应通道；共识：研发部设置7×24小时紧急接口，市场部需提交书面紧急申请。\n"
            "结论：达成一致。"
        ),
    ]
    assert "未达成共识，待财务部核算三档占比后于下次例会再议，见遗留问题Q1。" in rows[4][1]


def test_the_host_s_department_comes_first_and_stances_stand_before_the_opinion() -> None:
    opinions = texts(made().tables[TOPICS])[3][3].split("\n")

    assert [line[:4] for line in opinions] == ["市场部：", "销售部：", "财务部：", "陈老师："]
    assert opinions[0].startswith("市场部：（支持）推广费用不低于30%")
    assert opinions[2].startswith("财务部：（反对）参考同类产品")


def test_what_is_not_for_the_minutes_is_not_in_them() -> None:
    assert "茶歇" not in "".join(
        p.text for t in made().tables for r in t.rows for c in r.cells for p in c.paragraphs
    )


def test_resolutions_carry_their_conditions_and_their_state() -> None:
    rows = texts(made().tables[RESOLUTIONS])

    assert rows[0] == ["决议编号", "关联议题", "决议事项", "执行部门", "生效时间", "备注"]
    assert rows[1][3:] == ["研发部", "2026年10月1日起", "表决：赞成7反对0弃权1"]
    assert rows[2] == ["D2", "1.2", "上市总预算500万元不变", "待补", "待补", "条件A3：提交三档占比的成本测算"]


def test_a_topic_without_a_resolution_says_so() -> None:
    minutes = launch()
    minutes.apply([], [(m.Resolution, minutes.all(m.Resolution)[1].id)])

    assert texts(made(minutes).tables[RESOLUTIONS])[2][1:3] == ["1.2", "本议题未形成决议，见遗留问题Q1"]


def test_actions_say_who_with_whom_and_by_when() -> None:
    rows = texts(made().tables[ACTIONS])

    assert [cell.replace("\n", "") for cell in rows[0]] == [
        "编号",
        "任务描述",
        "负责人（部门+姓名）",
        "配合部门",
        "完成时限",
        "状态",
        "备注",
    ]
    assert rows[2] == [
        "A2",
        "完成流程文档定稿",
        "市场部李经理",
        "研发部、销售部",
        "2026年9月30日前",
        "进行中",
        "议题1.1",
    ]
    assert rows[3][6] == "议题1.2\nD2的条件"
    assert rows[6][4] == "待定（日期待补）"


def test_what_is_missing_is_marked_where_it_is_missing() -> None:
    minutes = launch(name="", host="", starts_at=None)
    document = made(minutes)

    cells = [row.cells[1] for row in document.tables[FACTS].rows]
    assert [cells[i].text for i in (1, 2, 4)] == ["待补"] * 3
    run = cells[1].paragraphs[0].runs[0]
    assert run.style.name == "Missing"
    assert run.style.font.bold


def test_the_status_column_is_left_out_of_a_final_document_while_nothing_has_begun() -> None:
    minutes = launch()
    minutes.apply([replace(a, status="open") for a in minutes.all(m.Action)])

    assert "状态" in texts(made(minutes).tables[ACTIONS])[0]
    assert "状态" not in texts(made(minutes, final=True).tables[ACTIONS])[0]
    assert "状态" in texts(made(minutes, final=True, idle_status_in_final=True).tables[ACTIONS])[0]


def test_an_english_document_has_the_same_structure_under_english_labels() -> None:
    chinese, english = made(), made(language="en")

    assert [len(t.rows) for t in english.tables] == [len(t.rows) for t in chinese.tables]
    assert texts(english.tables[ACTIONS])[2][4].replace("\u00a0", " ") == "by 30 Sep 2026"
    headings = [p.text for p in english.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[0] == "1. Basic information"
    labels = "".join(row.cells[0].text for row in english.tables[FACTS].rows)
    assert labels.isascii()


# -- draft and final -------------------------------------------------------------------------------------------


def test_a_draft_says_that_it_is_one_and_remarks_beside_the_text() -> None:
    document = made(findings={"act0000006": ("R17：缺完成时限",)})

    assert "初稿 V0.1" in document.paragraphs[1].text
    assert "初稿" in document.sections[0].header.paragraphs[0].text
    assert "初稿 V0.1" in document.sections[0].footer.paragraphs[0].text
    remarks = [comment.text for comment in document.comments]
    assert "原话：下周五前\n时限说明：非工作日" in remarks
    assert "待核：记录时标有“??”" in remarks
    assert "R17：缺完成时限" in remarks
    assert {comment.author for comment in document.comments} == {"行政部何专员"}


def test_a_day_to_confirm_by_that_was_counted_says_so_beside_it_and_an_agreed_one_does_not() -> None:
    counted, agreed = made(reply_days=4), made(reply_days=4, reply_by=dt.date(2026, 9, 24))
    remark = "按制稿日后 4 个工作日计算；如另有约定请修改。"

    assert remark in [comment.text for comment in counted.comments]
    assert any("请各部门于9月22日前反馈" in p.text for p in counted.paragraphs)
    assert remark not in [comment.text for comment in agreed.comments]
    assert any("请各部门于9月24日前反馈" in p.text for p in agreed.paragraphs)


def test_a_final_document_carries_no_remarks_and_names_nobody() -> None:
    document = made(final=True, findings={"act0000006": ("R17：缺完成时限",)})
    whole = "".join(c.text for t in document.tables for r in t.rows for c in r.cells)

    assert not list(document.comments)
    assert "正式 V1.0" in document.paragraphs[1].text
    for word in ("（反对）", "（支持）", "14:10", "（陈工程师）"):
        assert word not in whole
    assert "初稿" not in whole + "".join(p.text for p in document.paragraphs)
    assert document.paragraphs[-2].text == "附录：审核与确认表"


def test_a_configured_final_document_keeps_names_and_remarks() -> None:
    document = made(final=True, names_in_final=True, comments_in_final=True)

    assert "（反对）" in texts(document.tables[TOPICS])[3][3]
    assert list(document.comments)


def test_minutes_that_are_final_give_a_final_document_without_being_asked() -> None:
    assert "正式 V1.0" in made(launch(status="final")).paragraphs[1].text


# -- form ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("preset", ["enterprise", "gov"])
def test_no_font_comes_from_a_theme_and_the_languages_are_set(language: str, preset: str) -> None:
    parts = all_xml(export(launch(), ".docx", options(language=language, preset=preset)))

    for name, data in parts.items():
        assert b"Theme=" not in data, name
        assert b"ja-JP" not in data, name
    styles = etree.fromstring(parts["word/styles.xml"])
    for fonts in styles.iter(qn("w:rFonts")):
        assert fonts.get(qn("w:eastAsia")) or fonts.get(qn("w:ascii"))
    assert styles.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:eastAsia")) == "zh-CN"
    assert 'eastAsia="zh-CN"' in parts["word/settings.xml"].decode()


def test_the_fonts_are_those_of_the_preset() -> None:
    styles = made().styles.element
    found = {
        style.get(qn("w:styleId")): style.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia"))
        for style in styles.iterfind(qn("w:style"))
        if style.find(f".//{qn('w:rFonts')}") is not None
    }

    assert found["Title"] == found["Heading1"] == found["TableHeading"] == "黑体"
    assert found["BodyText"] == found["TableText"] == "宋体"


def test_the_page_is_a4_with_the_margins_of_the_preset() -> None:
    section = made().sections[0]

    assert (round(section.page_width.cm, 2), round(section.page_height.cm, 2)) == (21.0, 29.7)
    assert [round(x.cm, 2) for x in (section.top_margin, section.left_margin)] == [2.54, 2.5]
    assert round(made(preset="gov").sections[0].top_margin.cm, 1) == 3.7


def test_headings_repeat_and_only_rows_of_the_topics_may_break() -> None:
    for number, table in enumerate(made().tables):
        for place, row in enumerate(table._tbl.tr_lst):
            properties = row.trPr
            names = [child.tag for child in properties] if properties is not None else []
            if place == 0:
                assert names == [qn("w:cantSplit"), qn("w:tblHeader")]
            else:
                assert (qn("w:cantSplit") in names) == (number != TOPICS)


def test_columns_add_up_to_the_width_between_the_margins() -> None:
    for preset in ("enterprise", "gov"):
        document = made(preset=preset)
        section = document.sections[0]
        measure = (section.page_width - section.left_margin - section.right_margin) / 635
        for table in document.tables:
            grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
            assert abs(sum(grid) - measure) < 12
            for row in table._tbl.tr_lst:
                widths = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.tc_lst]
                assert sum(widths) == sum(grid)


def test_no_two_tables_fuse_and_no_table_is_empty() -> None:
    body = list(made(final=True).element.body)

    assert all(not (a.tag == b.tag == qn("w:tbl")) for a, b in itertools.pairwise(body))
    assert all(len(table.rows) > 1 for table in made().tables)


def test_the_footer_counts_pages_with_fields() -> None:
    footer = made().sections[0].footer.paragraphs[0]

    assert footer.text.replace("\u3000", " ") == "第 1 页 共 1 页  初稿 V0.1"
    assert [e.text.strip() for e in footer._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_every_item_has_a_bookmark_of_its_own() -> None:
    minutes = launch()
    minutes.revision = 42
    names = [e.get(qn("w:name")) for e in made(minutes).element.body.iter(qn("w:bookmarkStart"))]

    assert len(names) == len(set(names))
    kinds = (m.Topic, m.Background, m.Point, m.Opinion, m.Disagreement, m.Resolution, m.Action, m.OpenIssue)
    rows = [row for kind in kinds for row in minutes.all(kind) if not getattr(row, "left_out", False)]
    assert set(names) == {f"jy_{row.id}_r42" for row in rows}


def test_the_properties_say_whose_minutes_these_are_and_hold_a_hash_of_the_content() -> None:
    minutes = launch()
    core = made(minutes).core_properties

    assert (core.identifier, core.author) == ("launch2026", "行政部何专员")
    assert core.title == "2026年Q3新产品上市跨部门协作启动会会议纪要"
    assert (core.version, core.content_status, core.comments) == ("V0.1", "初稿", "")

    def digest(one: Minutes, **choices: object) -> str:
        custom = all_xml(export(one, ".docx", options(**choices)))["docProps/custom.xml"]
        return etree.fromstring(custom)[-1][0].text

    assert (
        digest(minutes) == digest(minutes, language="en", preset="gov") == digest(launch(status="confirming"))
    )
    changed = launch()
    changed.apply([replace(changed.all(m.Action)[0], task="别的任务")])
    assert digest(changed) != digest(minutes)


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert export(launch(), ".docx", options()) == export(launch(), ".docx", options())


# -- presets and configuration ---------------------------------------------------------------------------------


def test_fonts_sizes_and_margins_can_be_changed() -> None:
    style = {"page": {"left": 2}, "text": {"body": {"size": 14, "east_asia": "仿宋_GB2312"}}}
    document = made(style=style)

    assert round(document.sections[0].left_margin.cm, 1) == 2.0
    assert document.styles["Body Text"].font.size.pt == 14
    assert (
        'w:name="仿宋_GB2312"'
        in all_xml(export(launch(), ".docx", options(style=style)))["word/fontTable.xml"].decode()
    )


@pytest.mark.parametrize(
    ("choices", "named"),
    [
        ({"preset": "fancy"}, "fancy"),
        ({"preset": "/nowhere/own.toml"}, "/nowhere/own.toml"),
        ({"style": {"page": {"lefft": 2}}}, "style.page.lefft"),
        ({"style": {"page": {"left": "wide"}}}, "style.page.left"),
        ({"style": {"page": {"left": 16}}}, "cm"),
        ({"style": {"table": {"heading_fill": "grey"}}}, "style.table.heading_fill"),
        ({"style": {"text": {"body": {"align": "up"}}}}, "style.text.body.align"),
        ({"style": {"en": {"text": 3}}}, "style.en.text"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(choices: dict[str, object], named: str) -> None:
    with pytest.raises(ExportError) as caught:
        export(launch(), ".docx", options(language="en", **choices))

    assert named in str(caught.value)
    assert "\n" not in str(caught.value)
