package p

import _ "unsafe"

//go:linkname execIO internal/poll.(*FD).execIO
func execIO()
