module example.com/fastrand

go 1.20
