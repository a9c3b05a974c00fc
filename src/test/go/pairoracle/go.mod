module dev.untether/pairoracle

go 1.22
