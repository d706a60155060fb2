internal import ArgumentParser
internal import Wording

extension TimeOfDay: ExpressibleByArgument {
  init?(argument: String) {
    let parts = argument.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      argument.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ":") }),
      let hour = Int(parts[0]), let rest = Int(parts[1]), hour < 24, rest < 60
    else { return nil }
    self.init(minute: hour * 60 + rest)
  }

  var defaultValueDescription: String { indonesian }
}
