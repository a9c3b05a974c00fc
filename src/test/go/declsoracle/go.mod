module dev.untether/declsoracle

go 1.26
