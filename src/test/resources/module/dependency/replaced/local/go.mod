module example.com/local

go 1.22

require golang.org/x/sys v0.22.0
