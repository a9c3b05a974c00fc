module example.com/mono/libs/bridge

go 1.22
