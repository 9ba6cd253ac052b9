// <fields choices>
