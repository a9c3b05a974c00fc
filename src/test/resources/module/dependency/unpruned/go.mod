module example.com/unpruned

go 1.16

require (
	github.com/bytedance/sonic v1.5.0
	github.com/goccy/go-json v0.9.0
	golang.org/x/sys v0.0.0-20210630005230-0f9fa26af87c
)
