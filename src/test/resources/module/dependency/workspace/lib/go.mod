module example.com/lib

go 1.21

require github.com/klauspost/cpuid/v2 v2.2.7

require golang.org/x/sys v0.5.0 // indirect
