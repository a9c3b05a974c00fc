module example.com/mono/services/gateway

go 1.22

require (
	example.com/mono/libs/clock v0.0.0
	example.com/mono/libs/rand v0.0.0
	example.org/ticker v1.2.0
)

replace (
	example.com/mono/libs/clock => ../../libs/clock
	example.com/mono/libs/rand => ../../libs/rand
)
