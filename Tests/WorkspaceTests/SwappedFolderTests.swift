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

  /// Does something once, before the call into the kernel with a number.
  private final class Intruder: Sendable {
    private let state: Mutex<(left: Int, isArmed: Bool)>
    private let act: @Sendable () -> Void

    init(before number: Int, _ act: @escaping @Sendable () -> Void) {
      state = Mutex((number, false))
      self.act = act
    }

    func arm() { state.withLock { $0.isArmed = true } }

    var hasCome: Bool { state.withLock { $0.left <= 0 } }

    var files: FileSystem {
      var calls = DropBox.calls().asking { (_) throws(Errno) in
        let isNow = self.state.withLock { state in
          guard state.isArmed else { return false }
          state.left -= 1
          return state.left == 0
        }
        if isNow { self.act() }
      }
      // No test here cuts the power.
      calls.sync = { _ in }
      return FileSystem(calls: calls)
    }
  }

  private static let secret = "%PDF-1.4 rahasia"

  /// A workspace with a row, and files that wait; two of them lie under the same names outside.
  private func laidOut() throws -> (box: DropBox, outside: TemporaryFolder) {
    let box = try DropBox()
    try box.drop("LKIP 2025.pdf")
    try box.scan()
    for name in ["LPPD 2025.pdf", "Tarungin/LPPD 2025.pdf", "foto.jpg"] { try box.drop(name) }
    let outside = try TemporaryFolder()
    for swap in Swap.allCases where swap != .file {
      try outside.write(Self.secret, to: "\(swap.outside)/LPPD 2025.pdf")
      try outside.write(Self.secret, to: "\(swap.outside)/Tarungin/LPPD 2025.pdf")
      try outside.setModified("\(swap.outside)/LPPD 2025.pdf", to: DropBox.dropped)
      try outside.setModified("\(swap.outside)/Tarungin/LPPD 2025.pdf", to: DropBox.dropped)
    }
    try outside.write(Self.secret, to: "LPPD 2025.pdf")
    try outside.setModified("LPPD 2025.pdf", to: DropBox.dropped)
    return (box, outside)
  }

  private func contents(_ folder: TemporaryFolder, below part: String = "") throws -> [String:
    String]
  {
    let names = folder.files.filter { $0.hasPrefix(part) }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.text(of: $0)) })
  }

  @Test(arguments: Swap.allCases)
  func `take nothing from outside and put nothing there, at whatever call they are swapped`(
    _ swap: Swap
  ) throws {
    var number = 1
    while true {
      let (box, outside) = try laidOut()
      let before = try contents(outside)
      let calendars = try contents(box.founded.folder, below: "kalender/")
      let name = box.founded.folder.path(of: swap.rawValue)
      let target = outside.path(of: swap.outside)
      let aside = box.founded.folder.path(of: "disingkirkan")
      let intruder = Intruder(before: number) {
        _ = rename(name, aside)
        _ = symlink(target, name)
      }
      let workspace = try Workspace(
        box.founded.path, data: box.founded.data, files: intruder.files)
      intruder.arm()
      // A run that finds no folder where one was says so.
      _ = try? DropBox.run(workspace, try box.terms())
      #expect(try contents(outside) == before, "call \(number)")
      #expect(try contents(box.founded.folder, below: "kalender/") == calendars, "call \(number)")
      let evidence = try contents(box.founded.folder, below: "dokumen/")
      #expect(!evidence.values.contains { $0.contains("rahasia") }, "call \(number)")
      #expect(
        box.founded.folder.files.filter { $0.hasPrefix("buku/") } == ["buku/63.05.12/2026.csv"],
        "call \(number)")
      #expect(try (1...4).contains(box.rows().count), "call \(number)")
      guard intruder.hasCome else { break }
      number += 1
    }
    #expect(number > 100)
  }
}
