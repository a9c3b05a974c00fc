package a

import (
	"fmt"
	"io"
	"os"
	"runtime"
	stdstrings "strings"
	"time"
)

func gosched() {
	runtime.Gosched()
}

func sleep(x time.Duration) {
	time.Sleep(x)
}

func sprint(a ...any) string {
	return fmt.Sprint(a...)
}

func sprintf(format string, a []interface{}) string {
	return fmt.Sprintf(format, a...)
}

func fprintln(w io.Writer, x ...interface{}) (n int, err error) {
	return fmt.Fprintln(w, x...)
}

func stat(x string) (os.FileInfo, error) {
	return os.Stat(x)
}

func cut(s, strings string) (before, after string, found bool) {
	return stdstrings.Cut(s, strings)
}

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
