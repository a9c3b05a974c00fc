package p

import _ "unsafe"


//go:linkname pulled runtime.pulled
func pulled()

//go:linkname awaited
func awaited()

func forgotten()

type t int

func (t) method()

func (*t) _()

func _()
