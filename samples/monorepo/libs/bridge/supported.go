//go:build arm64 && linux

package bridge

const supported = true
