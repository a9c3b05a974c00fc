package p

import _ "unsafe"

const head = "//go:linkname one runtime.one\n"

const text = `
//go:linkname two runtime.two
func two()
	//go:linkname two runtime.two
`

var one, two int

func write(emit func(string)) {
	emit("//go:linkname " + head)
	emit(`//go:linkname one runtime.one`)
}
