internal import CivilCalendar
internal import ComplianceModel
internal import Dashboard
internal import Glibc
internal import NIOSSL
internal import NetworkProgram
internal import SystemPackage
internal import Workspace

/// Serves the pages of a workspace, as the other program ordered.
struct Service {
  private let order: ServingOrder

  /// Takes an order.
  init(_ order: ServingOrder) { self.order = order }

  /// Serves until the program is told to stop.
  func run() async {
    let data: ProgramData
    do {
      data = try ProgramData(override: order.data.string, executable: order.data)
    } catch {
      TenggatJaringan.end(
        TenggatJaringan.noSuchPlace,
        "data program tidak ditemukan di \(order.data); pasang ulang tenggat")
    }
    let server: PageServer
    do {
      server = PageServer(
        try Dashboard(source(data), at: site), host: order.host, port: order.port, tls: try tls,
        log: try log(data))
    } catch {
      TenggatJaringan.end(
        TenggatJaringan.io, "halaman tidak dapat disiapkan (\(error)); pasang ulang tenggat")
    }
    do {
      try await server.run(begun: announce)
    } catch let failure as PageServer.Failure where failure.errno == EADDRINUSE {
      TenggatJaringan.end(
        TenggatJaringan.tryAgain,
        "port \(order.port) sedang dipakai; pilih yang lain, misalnya --port 0")
    } catch let failure as PageServer.Failure where failure.errno == EACCES {
      TenggatJaringan.end(
        TenggatJaringan.cannotCreate,
        "port \(order.port) hanya untuk root; pilih yang di atas 1023")
    } catch let failure as PageServer.Failure where failure.errno == EADDRNOTAVAIL {
      TenggatJaringan.end(
        TenggatJaringan.cannotCreate,
        "\(order.host) bukan alamat komputer ini; pakai 0.0.0.0 untuk semua alamatnya")
    } catch {
      TenggatJaringan.end(
        TenggatJaringan.io, "halaman tidak dapat dilayani (\(error)); ulangi")
    }
  }

  private func source(_ data: ProgramData) -> OfficeSource {
    OfficeSource(
      order.folder, data: data, today: order.today,
      recorders: RecorderNames { TenggatJaringan.variable($0) },
      temporaryFolder: FilePath(TenggatJaringan.variable("TMPDIR") ?? "/tmp"),
      executable: Service.executable,
      founding: order.founds ? FoundingGround(regionTable: order.regions) : nil,
      clock: Service.clock)
  }

  /// The program's own file, links resolved.
  private static var executable: FilePath {
    guard let resolved = realpath("/proc/self/exe", nil) else { return "tenggat-jaringan" }
    defer { free(resolved) }
    return FilePath(String(cString: resolved))
  }

  private static let clock: @Sendable () -> Duration = { .seconds(time(nil)) }

  private var site: Site {
    Site(
      base: order.base, names: Set(order.names), proxies: Set(order.proxies),
      isEncrypted: order.certificate != nil, isExposed: order.isExposed)
  }

  /// The certificate and its key.
  private var tls: TLSConfiguration? {
    get throws {
      guard let certificate = order.certificate else { return nil }
      do {
        let chain = try NIOSSLCertificate.fromPEMFile(certificate.file.string)
        guard !chain.isEmpty else { throw NIOSSLError.failedToLoadCertificate }
        let key = try NIOSSLPrivateKey(file: certificate.key.string, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
          certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        // A key that is not the certificate's is found now and not by the first who asks.
        _ = try NIOSSLContext(configuration: configuration)
        return configuration
      } catch {
        TenggatJaringan.end(
          TenggatJaringan.noSuchPlace,
          "sertifikat \(certificate.file) dengan kunci \(certificate.key) tidak dapat dipakai; "
            + "periksa kedua berkas itu (PEM, dan kuncinya tanpa sandi)")
      }
    }
  }

  /// Where each answer is written down.
  private func log(_ data: ProgramData) throws -> AccessLog? {
    guard let name = order.log else { return nil }
    // A workspace that cannot be read is told on the pages.
    let zone = (try? Workspace(order.folder, data: data))?.office.zone ?? .wib
    guard name != "-" else {
      return AccessLog(.standardOutput, in: zone, clock: Service.clock)
    }
    do {
      let file = try FileDescriptor.open(
        FilePath(name), .writeOnly, options: [.append, .create, .closeOnExec, .noFollow],
        permissions: .ownerReadWrite)
      return AccessLog(file, in: zone, clock: Service.clock)
    } catch {
      TenggatJaringan.end(
        TenggatJaringan.cannotCreate,
        "catatan akses \(name) tidak dapat ditulis; sebut berkas lain")
    }
  }

  private func announce(_ port: Int) {
    let scheme = order.certificate == nil ? "http" : "https"
    let host = order.host.contains(":") ? "[\(order.host)]" : order.host
    if order.founds {
      TenggatJaringan.say("Belum ada ruang kerja di \(order.folder); halaman ini membuatnya.\n")
    }
    guard order.isExposed else {
      TenggatJaringan.say("Halaman tenggat: \(scheme)://\(host):\(port)\(order.base)/\n")
      return TenggatJaringan.say("Hanya dapat dibuka di komputer ini. Berhenti: Ctrl-C.\n")
    }
    let name = order.names.first ?? host
    TenggatJaringan.say(
      order.certificate == nil
        ? "Halaman tenggat: https://\(name)\(order.base)/, lewat proksi yang meneruskan ke "
          + "\(host):\(port)\n"
        : "Halaman tenggat: https://\(name):\(port)\(order.base)/\n")
    TenggatJaringan.say("Dibuka dengan akun dan sandi. Berhenti: Ctrl-C.\n")
  }
}
