module example.com/mono/libs/rand

go 1.22
