import Glibc
import SystemPackage

/// The kernel's list of held locks.
///
/// Source: proc_locks(5), `1: FLOCK  ADVISORY  WRITE 712 08:01:131090 0 EOF`: the number of the process, then the
/// device in hexadecimal and the number of the file.
enum HeldLocks {
  private static let place: FilePath = "/proc/locks"
  private static let most = 1 << 20

  /// The users whose processes hold the lock (flock) of a file; none where the list cannot be read.
  ///
  /// A process that has ended, or that this one may not see, is nobody's.
  static func holders(of file: Stat) -> [UserID] {
    let device = UInt64(file.deviceID.rawValue)
    // As gnu_dev_major(3) and gnu_dev_minor(3) take a device number apart.
    let major = (device >> 8) & 0xfff | (device >> 32) & 0xffff_f000
    let minor = device & 0xff | (device >> 12) & 0xffff_ff00
    let name = "\(hexadecimal(major)):\(hexadecimal(minor)):\(file.inode.rawValue)"
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", words[5] == name,
        let process = try? Stat(FilePath("/proc/\(words[4])"))
      else { return nil }
      return process.userID
    }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }

  private static var text: String {
    guard let file = try? FileDescriptor.open(place, .readOnly, options: .closeOnExec) else {
      return ""
    }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while bytes.count < most {
      guard let count = try? piece.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0
      else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
