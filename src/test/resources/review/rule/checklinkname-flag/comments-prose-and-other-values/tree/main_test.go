package clock

const flag = "-checklinkname=0"
