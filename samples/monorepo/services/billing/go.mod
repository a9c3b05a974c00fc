module example.com/mono/services/billing

go 1.22

require (
	example.com/mono/libs/clock v0.0.0
)

replace (
	example.com/mono/libs/clock => ../../libs/clock
)
