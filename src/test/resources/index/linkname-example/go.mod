module linkname-example

go 1.26
