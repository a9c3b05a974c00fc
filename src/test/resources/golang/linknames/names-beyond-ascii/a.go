package p

import _ "unsafe"


//go:linkname größe runtime.größe
func größe(naïve int) (ответ bool)

/* é */ var é2 int

//go:linkname é2 runtime.é
