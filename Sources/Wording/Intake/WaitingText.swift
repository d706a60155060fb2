package import ComplianceModel
internal import PlainText
package import Workspace

/// What lies in the drop folder and waits for a person, in words that every front shares.
package struct WaitingText: Hashable, Sendable {
  /// What waits, without a full stop: `2 berkas di kotak-masuk belum tercatat: a.pdf, b.pdf`.
  package let what: String
  /// What a person does about it, without a full stop.
  package let remedy: Remedy

  /// How many names are told of each kind.
  private static let namedCount = 5

  /// Says what waits, a sentence for each kind; none where nothing does.
  package static func all(_ waiting: WaitingFiles) -> [WaitingText] {
    var texts: [WaitingText] = []
    if !waiting.untaken.isEmpty {
      texts.append(
        WaitingText(
          what: "\(waiting.untaken.count) berkas di kotak-masuk belum tercatat: "
            + names(waiting.untaken),
          remedy: "jalankan '\(do: .takeInFiles)' dan ikuti pesannya"))
    }
    if !waiting.quarantined.isEmpty {
      texts.append(
        WaitingText(
          what: "\(waiting.quarantined.count) berkas di kotak-masuk/karantina: "
            + names(waiting.quarantined),
          remedy: "sebabnya di berkas .sebab.txt di sampingnya"))
    }
    return texts
  }

  private static func names(_ names: [String]) -> String {
    let told = names.prefix(namedCount).map(\.printable).joined(separator: ", ")
    return names.count > namedCount ? "\(told), dan \(names.count - namedCount) lagi" : told
  }
}
