"""What must hold whatever happens, tried at random: kills, locks, full disks, strange files, hostile text, windows."""
