module example.org/ticker

go 1.22
