module example.com/fakecgo

go 1.24
