import Foundation
import TestSupport
import Testing

/// What others may send to the pages, over raw sockets.
struct ServingAttackTests {
  /// Serves the workspace, and runs a program of Python against it: `port`, `ask(bytes)` for the whole answer,
  /// `open_socket()`, and `server` for the number of the process.
  private func attack(_ body: String, options: [String] = []) async throws -> ProgramRun {
    let office = try await Office.founded()
    let script = """
      import os, re, socket, subprocess, sys, time
      out = open("out", "w+")
      program = subprocess.Popen(
          [sys.argv[1], "layani", "--port", "0", "--hari-ini", "2026-04-02"] + sys.argv[2:], stdout=out)
      server = program.pid
      while "Berhenti" not in open("out").read():
          assert program.poll() is None
          time.sleep(0.05)
      port = int(re.search(r":(\\d+)/", open("out").read()).group(1))
      def open_socket():
          s = socket.create_connection(("127.0.0.1", port))
          s.settimeout(120)
          return s
      def rest(s):
          answer = b""
          try:
              while True:
                  data = s.recv(65536)
                  if not data: break
                  answer += data
          except ConnectionError:
              pass
          return answer
      def ask(data):
          s = open_socket()
          s.sendall(data)
          return rest(s)
      def status(answer):
          return answer.split(b"\\r\\n")[0].split(b" ")[1].decode() if answer else "-"
      def memory():
          return int(re.search(r"VmRSS:\\s+(\\d+)", open(f"/proc/{server}/status").read()).group(1))
      def get(path, host=None):
          host = host or f"127.0.0.1:{port}"
          return f"GET {path} HTTP/1.1\\r\\nHost: {host}\\r\\nConnection: close\\r\\n\\r\\n".encode()
      try:
      \(body.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      finally:
          program.terminate()
          print("kode", program.wait())
      """
    return try await ProgramRun.run(
      "/usr/bin/python3", ["-c", script, ProgramRun.builtProgram] + options, in: office.path,
      environment: ["TENGGAT_PETUGAS": "kasubbag"], limit: .seconds(600))
  }

  @Test func `no path leads out of the pages`() async throws {
    let run = try await attack(
      """
      for path in ["/../../kantor.yaml", "/..%2f..%2fkantor.yaml", "/%2e%2e/kantor.yaml",
          "/%252e%252e/kantor.yaml", "/..%5c..%5ckantor.yaml", "/..;/kantor.yaml",
          "/gaya.css/../../kantor.yaml", "/%c0%ae%c0%ae/kantor.yaml", "/kantor.yaml%00.css",
          "//kantor.yaml", "/kewajiban/..%2f..%2fkantor.yaml/LPPD/2025", "/pengguna.csv",
          "/kewajiban/63.05.12/..%2f..%2f..%2fkantor.yaml/2025"]:
          answer = ask(get(path))
          print(status(answer), b"zona:" in answer)
      for line in [b"GET kantor.yaml HTTP/1.1", b"GET http://evil.example/ HTTP/1.1", b"GET  HTTP/1.1"]:
          answer = ask(line + b"\\r\\nHost: evil.example\\r\\nConnection: close\\r\\n\\r\\n")
          print(status(answer) != "200")
      """)
    #expect(run.errorText == "")
    #expect(
      run.outputText == String(repeating: "404 False\n", count: 13) + "True\nTrue\nTrue\nkode 0\n")
  }

  @Test func `a strange name is answered nothing, whatever the request`() async throws {
    let run = try await attack(
      """
      for host in ["evil.example", f"evil.example:{port}", "127.0.0.1.evil.example", "localhost@evil.example"]:
          print(status(ask(get("/", host))), status(ask(get("/gaya.css", host))))
      print(status(ask(b"GET / HTTP/1.1\\r\\nConnection: close\\r\\n\\r\\n")))
      print(status(ask(b"GET / HTTP/1.0\\r\\n\\r\\n")))
      """)
    #expect(run.errorText == "")
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.prefix(4) == ["421 421", "421 421", "421 421", "421 421"])
    #expect(lines.dropFirst(4).dropLast().allSatisfy { ["400", "421"].contains($0) })
  }

  @Test func `a head or a body of hundreds of megabytes takes no memory, and is not waited for`()
    async throws
  {
    let run = try await attack(
      """
      ask(get("/"))
      before = memory()
      s = open_socket()
      try:
          s.sendall(b"GET / HTTP/1.1\\r\\nHost: localhost\\r\\n")
          for _ in range(20): s.sendall(b"X: " + b"a" * (1 << 20) + b"\\r\\n")
      except ConnectionError: pass
      print(status(rest(s)) in ("400", "431", "-"))
      sent = 0
      s = open_socket()
      try:
          s.sendall(b"POST /akun/masuk HTTP/1.1\\r\\nHost: localhost\\r\\nOrigin: http://localhost\\r\\n"
              b"Content-Type: application/x-www-form-urlencoded\\r\\nContent-Length: 314572800\\r\\n\\r\\n")
          first = s.recv(65536)
          print(status(first))
          for _ in range(300):
              s.sendall(b"a" * (1 << 20))
              sent += 1
      except ConnectionError: pass
      print(sent < 100)
      s = open_socket()
      try:
          s.sendall(b"POST /akun/masuk HTTP/1.1\\r\\nHost: localhost\\r\\nOrigin: http://localhost\\r\\n"
              b"Content-Type: application/x-www-form-urlencoded\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n")
          for _ in range(300): s.sendall(b"100000\\r\\n" + b"a" * (1 << 20) + b"\\r\\n")
      except ConnectionError: pass
      s.close()
      print(memory() - before < 60_000)
      print(status(ask(get("/"))))
      """)
    #expect(run.errorText == "")
    #expect(run.outputText == "True\n413\nTrue\nTrue\n200\nkode 0\n")
  }

  @Test func `many idle connections and slow ones keep nobody out`() async throws {
    let run = try await attack(
      """
      idle = []
      for _ in range(1000):
          s = socket.socket()
          s.setblocking(False)
          try: s.connect(("127.0.0.1", port))
          except BlockingIOError: pass
          idle.append(s)
      slow = open_socket()
      began = time.time()
      print(status(ask(get("/"))), time.time() - began < 100)
      try:
          while time.time() - began < 100:
              slow.sendall(b"G")
              time.sleep(1)
          print("still open")
      except ConnectionError:
          print("closed")
      """)
    #expect(run.errorText == "")
    #expect(run.outputText == "200 True\nclosed\nkode 0\n")
  }

  @Test func `what is under way at the end is finished, and nothing new begins`() async throws {
    let run = try await attack(
      """
      body = b"akun=siti&sandi=kuda+lari+pagi"
      s = open_socket()
      s.sendall(b"POST /akun/masuk HTTP/1.1\\r\\nHost: localhost\\r\\nOrigin: http://localhost\\r\\n"
          b"Content-Type: application/x-www-form-urlencoded\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(body))
      s.sendall(body[:9])
      idle = open_socket()
      print(status(ask(get("/"))))
      time.sleep(1)
      program.terminate()
      time.sleep(1)
      print(program.poll())
      try: print(status(ask(get("/"))))
      except ConnectionError: print("-")
      s.sendall(body[9:])
      # Nobody can log in yet; what matters is that it is said.
      print(status(s.recv(65536)))
      """)
    #expect(run.errorText == "")
    #expect(run.outputText == "200\nNone\n-\n403\nkode 0\n")
  }

  @Test(arguments: [
    ("layani --alamat 0.0.0.0 --sertifikat c.pem --kunci k.pem", 78, "belum ada pengguna"),
    ("layani --dipercaya 127.0.0.1 --nama kantor", 78, "belum ada pengguna"),
    ("layani --nama kantor", 78, "belum ada pengguna"),
    ("layani --nama https://kantor", 64, "bukan nama komputer"),
    ("layani --dipercaya kantor", 64, "bukan alamat IP"),
    ("layani --dasar tenggat", 64, "bukan jalur"), ("layani --dasar /a/../b", 64, "bukan jalur"),
    ("layani --sertifikat c.pem", 64, "--sertifikat tanpa --kunci"),
    ("layani --kunci c.pem", 64, "--kunci tanpa --sertifikat"),
  ])
  func `what others could reach needs users`(
    words: String, code: Int, sentence: String
  ) async throws {
    expectRefusal(try await Office.founded().run(words, on: "2026-04-02"), code, sentence)
  }

  @Test(arguments: [
    ("--alamat 0.0.0.0", "sandi akan terbaca di jalan"),
    ("--nama kantor", "sandi akan terbaca di jalan"),
    ("--alamat 0.0.0.0 --dipercaya 10.0.0.1", "namanya belum disebut"),
  ])
  func `what others could reach is encrypted and has a name`(
    options: String, sentence: String
  ) async throws {
    let office = try await Office.founded()
    let added = try await ProgramRun.tenggat(
      ["pengguna", "tambah", "siti", "--nama", "Siti", "--peran", "kasubbag"], in: office.path,
      input: Array("kuda lari pagi\n".utf8))
    #expect(added.exitCode == 0)
    expectRefusal(try await office.run("layani \(options)", on: "2026-04-02"), 78, sentence)
  }
}
