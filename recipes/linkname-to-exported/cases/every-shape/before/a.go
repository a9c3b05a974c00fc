package a

import (
	"io"
	"os"
	"time"
	_ "unsafe"
)

//go:linkname gosched runtime.Gosched
func gosched()

//go:linkname sleep time.Sleep
func sleep(time.Duration)

//go:linkname sprint fmt.Sprint
func sprint(a ...any) string

//go:linkname sprintf fmt.Sprintf
func sprintf(format string, a []interface{}) string

//go:linkname fprintln fmt.Fprintln
func fprintln(w io.Writer, _ ...interface{}) (n int, err error)

//go:linkname stat os.Stat
func stat(string) (os.FileInfo, error)

//go:linkname cut strings.Cut
func cut(s, strings string) (before, after string, found bool)

// All calls all.
func All(w io.Writer) (string, error) {
	gosched()
	sleep(time.Millisecond)
	if _, err := fprintln(w, 1, 2); err != nil {
		return "", err
	}
	before, _, _ := cut("a=b", "=")
	_, err := stat(os.DevNull)
	return before + sprint(1, "x") + sprintf("%d", []interface{}{1}), err
}
