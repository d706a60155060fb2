import DurableFiles
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// A network folder that keeps no lock: another computer writes whenever it likes, and what it wrote stays.
@Suite struct `Two writers without a lock` {
  let folder: TemporaryFolder
  let file: FilePath

  init() throws {
    folder = try TemporaryFolder()
    file = folder.filePath.appending("isi")
    try folder.write("satu\n", to: "isi")
  }

  private var text: String { get throws { try folder.text(of: "isi") } }

  /// Another computer's append.
  private func appendElsewhere(_ text: String) throws {
    let other = try FileDescriptor.open(file, .writeOnly, options: [.append, .closeOnExec])
    try other.closeAfter { _ = try other.writeAll(text.utf8) }
  }

  /// A file system without locks, that does something before or after one of its calls.
  private func files(
    before: [FileFailure.Operation: @Sendable () throws(Errno) -> Void] = [:]
  ) -> FileSystem {
    var calls = SystemCalls.live
    calls.lock = { _ in }
    return FileSystem(
      calls: calls.asking { (operation) throws(Errno) in try before[operation]?() })
  }

  @Sendable private func elsewhere(_ text: String) {
    try? appendElsewhere(text)
  }

  @Test func `a row behind ours stays where our sync fails, and ours is told to be unclear`() throws
  {
    let files = files(before: [
      .sync: { () throws(Errno) in
        elsewhere("lain\n")
        throw .ioError
      }
    ])
    var locked = try files.lockForAppending(file, waiting: .zero)
    try locked.append(Array("dua\n".utf8)[...])
    #expect(throws: FileFailure(.sync, file, .unclear(.ioError))) { try locked.commit() }
    _ = consume locked
    #expect(try text == "satu\ndua\nlain\n")
  }

  @Test func `ours goes where our sync fails and nobody wrote`() throws {
    let files = files(before: [.sync: { () throws(Errno) in throw .ioError }])
    var locked = try files.lockForAppending(file, waiting: .zero)
    try locked.append(Array("dua\n".utf8)[...])
    #expect(throws: FileFailure(.sync, file, .system(.ioError))) { try locked.commit() }
    _ = consume locked
    #expect(try text == "satu\n")
  }

  @Test func `a row behind ours does not keep ours from counting`() throws {
    let isFirst = Mutex(true)
    let files = files(before: [
      .sync: { () throws(Errno) in
        if isFirst.withLock({ first in
          defer { first = false }; return first
        }) {
          elsewhere("lain\n")
        }
      }
    ])
    var locked = try files.lockForAppending(file, waiting: .zero)
    try locked.append(Array("dua\n".utf8)[...])
    try locked.commit()
    #expect(try text == "satu\ndua\nlain\n")
    // What follows would not stand behind our own row.
    try locked.append(Array("tiga\n".utf8)[...])
    #expect(throws: FileFailure(.write, file, .locked)) { try locked.commit() }
    #expect(try text == "satu\ndua\nlain\n")
  }

  @Test func `a row before ours makes ours go, and the office is asked to try again`() throws {
    var locked = try files().lockForAppending(file, waiting: .zero)
    try appendElsewhere("lain\n")
    try locked.append(Array("dua\n".utf8)[...])
    #expect(throws: FileFailure(.write, file, .locked)) { try locked.commit() }
    _ = consume locked
    #expect(try text == "satu\nlain\n")
  }

  @Test func `a row between two of ours stays, and ours are told to be unclear`() throws {
    var locked = try files().lockForAppending(file, waiting: .zero)
    try locked.append(Array("dua\n".utf8)[...])
    try appendElsewhere("lain\n")
    try locked.append(Array("tiga\n".utf8)[...])
    #expect(throws: FileFailure(.write, file, .unclear(nil))) { try locked.commit() }
    _ = consume locked
    #expect(try text == "satu\ndua\nlain\ntiga\n")
  }

  @Test func `a value that goes out of scope cuts only its own bytes`() throws {
    do {
      var locked = try files().lockForAppending(file, waiting: .zero)
      try locked.append(Array("dua\n".utf8)[...])
      try appendElsewhere("lain\n")
    }
    #expect(try text == "satu\ndua\nlain\n")
    do {
      var locked = try files().lockForAppending(file, waiting: .zero)
      try locked.append(Array("tiga\n".utf8)[...])
    }
    #expect(try text == "satu\ndua\nlain\n")
  }

  @Test func `whichever call fails while another writes, what it wrote stays`() throws {
    var number = 1
    while true {
      try folder.write("satu\n", to: "isi")
      let sabotage = Sabotage(number, with: .ioError)
      var calls = SystemCalls.live
      calls.lock = { _ in }
      let files = FileSystem(
        calls: calls.asking { (operation) throws(Errno) in
          if operation == .sync { elsewhere("lain\n") }
          try sabotage.gate(operation)
        })
      var isDone = false
      do throws(FileFailure) {
        var locked = try files.lockForAppending(file, waiting: .zero)
        try locked.append(Array("dua\n".utf8)[...])
        try locked.commit()
        isDone = true
      } catch {
        if try text.contains("lain\n") { #expect(error.reason == .unclear(.ioError)) }
      }
      let text = try text
      #expect(text.hasPrefix("satu\n"), "call \(number)")
      #expect(
        ["satu\n", "satu\ndua\nlain\n", "satu\ndua\nlain\nlain\n"].contains(text), "call \(number)")
      if isDone {
        #expect(!sabotage.happened)
        break
      }
      number += 1
    }
    #expect(number > 7)
  }

  @Test func `a file that was made for nothing stays where another wrote to it`() throws {
    let new = folder.filePath.appending("baru")
    do {
      _ = try files().lockForAppending(new, waiting: .zero)
    }
    #expect(!folder.holds("baru"))
    do {
      let locked = try files().lockForAppending(new, waiting: .zero)
      let other = try FileDescriptor.open(new, .writeOnly, options: .append)
      try other.closeAfter { _ = try other.writeAll("lain\n".utf8) }
      _ = consume locked
    }
    #expect(try folder.text(of: "baru") == "lain\n")
  }

  @Test func `a torn line that grew is neither cut nor copied`() throws {
    try folder.write("a,b\n1,", to: "isi")
    var table = AppendedTable(
      try files().lockForAppending(file, waiting: .zero), header: Array("a,b\n".utf8), in: .live)
    try appendElsewhere("2\n")
    #expect(throws: FileFailure(.truncate, file, .locked)) {
      try table.append(Array("3,4\n".utf8)[...])
    }
    _ = consume table
    #expect(try text == "a,b\n1,2\n")
    #expect(try folder.names() == ["isi"])
  }

  @Test func `a file that another wrote to is not replaced`() throws {
    let locked = try files().lockForAppending(file, waiting: .zero)
    try appendElsewhere("lain\n")
    #expect(throws: FileFailure(.rename, file, .locked)) {
      try FileSystem.live.setAside(
        locked.contents, of: locked, as: "isi.rusak-", replacingWith: Array("baru\n".utf8))
    }
    #expect(try text == "satu\nlain\n")
    #expect(!folder.holds("isi.rusak-1"))
  }
}
