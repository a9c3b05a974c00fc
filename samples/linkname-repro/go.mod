module example.com/linkname-repro

go 1.24
