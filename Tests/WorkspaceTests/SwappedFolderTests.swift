import DurableFiles
import Foundation
import Synchronization
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Whoever may drop files swaps folders and files for links while a run takes them in.
@Suite struct `A drop folder in which names are swapped` {
  /// What is swapped, and for a link to what.
  enum Swap: String, CaseIterable {
    case villageFolder = "kotak-masuk/Tarungin"
    case file = "kotak-masuk/LPPD 2025.pdf"
    case done = "kotak-masuk/selesai"
    case doneYear = "kotak-masuk/selesai/2026"
    case quarantine = "kotak-masuk/karantina"
    case dropFolder = "kotak-masuk"

    /// The name in the outside folder that stands for it.
    var outside: String { FilePath(rawValue).lastComponent?.string ?? "" }
  }

  /// Does something once, before the call with a number among those that look at names; between two of them
  /// it makes no difference when.
  private final class Intruder: Sendable {
    private let state = Mutex((left: Int.max, hasCome: false))
    private let act: @Sendable () -> Void

    init(_ act: @escaping @Sendable () -> Void) { self.act = act }

    func come(before number: Int) { state.withLock { $0 = (number, false) } }

    var hasCome: Bool { state.withLock { $0.hasCome } }

    var files: FileSystem {
      var calls = DropBox.calls()
      // No test here cuts the power.
      calls.sync = { _ in }
      calls.syncData = { _ in }
      // The links are those of somebody else.
      let inspectPath = calls.inspectPath
      calls.inspectPath = { (place, follows) throws(Errno) in
        var stat = try inspectPath(place, follows)
        if stat.type == .symbolicLink { stat.rawValue.st_uid = getuid() + 4_711 }
        return stat
      }
      calls = calls.asking { (operation) throws(Errno) in
        let isOfBytes = [.read, .write, .sync, .truncate, .lock].contains(operation)
        if !isOfBytes, self.isNow() { self.act() }
      }
      return FileSystem(calls: calls)
    }

    private func isNow() -> Bool {
      state.withLock { state in
        guard !state.hasCome else { return false }
        state.left -= 1
        state.hasCome = state.left == 0
        return state.hasCome
      }
    }
  }

  private static let secret = "%PDF-1.4 rahasia"

  /// What lies outside: under each name that is swapped the files that wait inside.
  private func outside() throws -> TemporaryFolder {
    let outside = try TemporaryFolder()
    for swap in Swap.allCases where swap != .file {
      for name in ["LPPD 2025.pdf", "Tarungin/LPPD 2025.pdf"] {
        try outside.write(Self.secret, to: "\(swap.outside)/\(name)")
        try outside.setModified("\(swap.outside)/\(name)", to: DropBox.dropped)
      }
    }
    try outside.write(Self.secret, to: "LPPD 2025.pdf")
    try outside.setModified("LPPD 2025.pdf", to: DropBox.dropped)
    return outside
  }

  private func contents(
    _ folder: TemporaryFolder, below part: String = ""
  ) throws -> [String: String] {
    let names = folder.files.filter { $0.hasPrefix(part) }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.text(of: $0)) })
  }

  @Test(arguments: Swap.allCases)
  func `take nothing from outside and put nothing there, at whatever call they are swapped`(
    _ swap: Swap
  ) throws {
    let box = try DropBox()
    let folder = box.founded.folder
    try box.drop("LKIP 2025.pdf")
    try box.scan()
    let ledger = try folder.bytes(of: "buku/63.05.12/2026.csv")
    let calendars = try contents(folder, below: "kalender/")
    let outside = try outside()
    let before = try contents(outside)

    let (name, aside) = (folder.path(of: swap.rawValue), folder.path(of: "disingkirkan"))
    let target = outside.path(of: swap.outside)
    let intruder = Intruder {
      _ = rename(name, aside)
      _ = symlink(target, name)
    }
    let workspace = try Workspace(box.founded.path, data: box.founded.data, files: intruder.files)
    var number = 1
    while true {
      for name in ["dokumen", "kotak-masuk", "disingkirkan"] {
        try? FileManager.default.removeItem(atPath: folder.path(of: name))
      }
      try folder.write(ledger, to: "buku/63.05.12/2026.csv")
      for name in ["LPPD 2025.pdf", "Tarungin/LPPD 2025.pdf", "foto.jpg"] { try box.drop(name) }
      intruder.come(before: number)
      // A run that finds no folder where one was says so.
      _ = try? DropBox.run(workspace, try box.terms())
      let hasCome = intruder.hasCome
      #expect(try contents(outside) == before, "call \(number)")
      #expect(try contents(folder, below: "kalender/") == calendars, "call \(number)")
      let evidence = try contents(folder, below: "dokumen/")
      #expect(!evidence.values.contains { $0.contains("rahasia") }, "call \(number)")
      #expect(
        folder.files.filter { $0.hasPrefix("buku/") } == ["buku/63.05.12/2026.csv"],
        "call \(number)")
      #expect(
        try folder.bytes(of: "buku/63.05.12/2026.csv").starts(with: ledger), "call \(number)")
      guard hasCome else { break }
      number += 1
    }
    #expect(number > 50)
  }
}
