module example.com/mono/tools/gen

go 1.22
