module dev.untether/linknameoracle

go 1.22
