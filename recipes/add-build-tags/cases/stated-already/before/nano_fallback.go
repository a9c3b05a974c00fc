//go:build go1.28

package m

func nanotime() int64 {
	panic("later")
}
