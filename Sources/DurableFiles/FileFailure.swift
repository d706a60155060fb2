public import SystemPackage

/// What went wrong with a file, as data; the program that meets the user makes the sentence.
public struct FileFailure: Error, Hashable, Sendable {
  /// What was being done.
  public enum Operation: String, CaseIterable, Sendable {
    /// A file that must be there was opened.
    case open
    /// A file was opened, or made where it was missing.
    case create
    case read, write
    /// Bytes were made durable (fsync, fdatasync).
    case sync
    case truncate, rename, lock, makeFolder, remove, list, inspect
  }

  /// Why it did not work.
  public enum Reason: Hashable, Sendable {
    /// The kernel refused.
    case system(Errno)
    /// Another writer held the lock for longer than the caller would wait.
    case locked
    /// The path names something that is not a regular file.
    case notRegular(Kind)
    /// The path is a symbolic link where a file of our own belongs; where it leads.
    case link(to: FilePath)
    /// Whether what was appended stands in the file is not known: another writer was at work who does not see our
    /// lock, or undoing it failed; what the kernel said first.
    case unclear(Errno?)
    /// The path is, or leads through, a symbolic link to nothing.
    case danglingLink
    /// The file has more bytes than are read of one of its kind; nothing of it was read.
    case tooLarge(most: Int)
    /// The file was written to, or replaced, while it was being read.
    case changed
    /// The name is a link that somebody else has set, or that leads to somebody else's folder.
    case foreign
    /// A later version of the program wrote the file, in a form that this one does not know; it is left as it is.
    case laterForm
  }

  /// What a path can name beside a regular file.
  public enum Kind: Hashable, Sendable {
    case folder, symbolicLink, pipe, device, socket, other
  }

  /// What was being done.
  public let operation: Operation
  /// The file or folder that it was done to.
  public let path: FilePath
  /// Why it did not work.
  public let reason: Reason

  /// Creates a failure.
  public init(_ operation: Operation, _ path: FilePath, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// Whether the same call may work a little later, because another writer was at work.
  public var isLocked: Bool { reason == .locked }

  /// Whether the file or folder is not there.
  public var isMissing: Bool { reason == .system(.noSuchFileOrDirectory) }

  /// The kernel's error; `nil` where it was not the kernel that refused.
  public var errno: Errno? {
    switch reason {
    case .system(let errno): errno
    case .unclear(let errno): errno
    case .locked, .notRegular, .link, .danglingLink, .tooLarge, .changed, .foreign, .laterForm: nil
    }
  }
}

extension FileFailure.Kind {
  /// What a file type is called here.
  init(_ type: FileType) {
    switch type {
    case .directory: self = .folder
    case .symbolicLink: self = .symbolicLink
    case .fifo: self = .pipe
    case .blockSpecial, .characterSpecial: self = .device
    case .socket: self = .socket
    default: self = .other
    }
  }
}
