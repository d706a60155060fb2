public import Answers
public import ArgumentParser
public import Exchange

extension CSVTable.Separator: ExpressibleByArgument {}

extension TableQuestion.Table: ExpressibleByArgument {}

extension Recap.Grouping: ExpressibleByArgument {}
