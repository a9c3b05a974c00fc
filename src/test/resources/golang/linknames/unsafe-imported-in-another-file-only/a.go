package p

//go:linkname pulled runtime.pulled
func pulled()

//go:linkname changed runtime.changed
var changed int
