package clock


func now() int64 { return 1 }
