module dev.untether/buildoracle

go 1.21
