package p

import _ "unsafe"


type list[T any] []T

func (l *list[T]) len() int
