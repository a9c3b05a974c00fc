module example.com/m/codec

go 1.24
