module example.com/mono/libs/clock

go 1.22
