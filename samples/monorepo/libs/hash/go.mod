module example.com/mono/libs/hash

go 1.22
