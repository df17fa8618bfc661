using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Sandbox;

namespace MediaInfo.Probing.Tests.Processes.Sandbox;

/// <summary>
/// A stand-in for ffprobe that tries to escape, under the real limits. It is written in Perl, which can make any system call
/// without another program or module and is part of every Debian.
/// </summary>
public sealed class EscapingFfprobe : IDisposable
{
    /// <summary>What it prints if an attempt succeeds.</summary>
    public const string Through = "through";

    private readonly ScriptedFfprobe _script = ScriptedFfprobe.Of($$"""
        #!{{SandboxFactAttribute.Perl}}
        my ($attempt, $port, $file, $isArm) = @ARGV;
        my $s;
        sub address { pack('S n a4 x8', 2, $_[0], "\x7f\0\0\1") }
        sub call { my ($x64, $arm, @rest) = @_; syscall($isArm ? $arm : $x64, @rest) >= 0 }
        sub opens { open(my $f, $_[0], $_[1]) }
        sub zeros { "\0" x 256 }
        my %attempts = (
          'connect' => sub { socket($s, 2, 1, 6) && connect($s, address($port)) },
          'connect without connecting' => sub { socket($s, 2, 1, 6) && send($s, 'x', 0x20000000, address($port)) },
          'connect by IPv6' => sub { socket($s, 10, 1, 6) },
          'connect by multipath TCP' => sub { socket($s, 2, 1, 262) },
          'bind' => sub { socket($s, 2, 1, 6) && bind($s, address(0)) },
          'listen' => sub { socket($s, 2, 1, 6) && listen($s, 5) },
          'send a datagram' => sub { socket($s, 2, 2, 17) && send($s, 'x', 0, address($port)) },
          'open a socket of the machine' => sub { socket($s, 1, 1, 0) },
          'open a pair of sockets' => sub { my $t; socketpair($s, $t, 1, 1, 0) },
          'open a raw socket' => sub { socket($s, 2, 3, 1) },
          'open a packet socket' => sub { socket($s, 17, 3, 0) },
          'ask the kernel for its routes' => sub { socket($s, 16, 3, 0) },
          'open a socket of the hypervisor' => sub { socket($s, 40, 1, 0) },
          "read the parent's environment" => sub { opens('<', '/proc/' . getppid() . '/environ') },
          "read the parent's memory" => sub { my ($own, $theirs) = (zeros(), pack('QQ', 0x1000, 8)); call(310, 270, getppid(), $own, 0, $theirs, 1, 0) },
          "list the parent's descriptors" => sub { opendir(my $d, '/proc/' . getppid() . '/fd') },
          'see which program the parent runs' => sub { readlink('/proc/' . getppid() . '/exe') },
          "see what the parent has open" => sub { readlink('/proc/' . getppid() . '/fd/1') },
          'read its own environment file' => sub { opens('<', '/proc/self/environ') },
          'read the users' => sub { opens('<', '/etc/passwd') },
          'read a file of the service' => sub { opens('<', $file) },
          'list a folder' => sub { opendir(my $d, '/') },
          'write a file' => sub { opens('>', "$file.new") },
          'append to a file' => sub { opens('>>', $file) },
          'cut a file' => sub { truncate($file, 0) },
          'make a folder' => sub { mkdir("$file.folder") },
          'remove a file' => sub { unlink($file) },
          'rename a file' => sub { rename($file, "$file.moved") },
          'link a file' => sub { link($file, "$file.link") },
          'change a mode' => sub { chmod(0777, $file) },
          'change an owner' => sub { chown($<, $(, $file) },
          'change a time' => sub { utime(1, 1, $file) },
          'run a shell' => sub { exec {'/bin/sh'} 'sh', '-c', 'echo {{Through}}' },
          'run itself again' => sub { exec {'{{SandboxFactAttribute.Perl}}'} 'perl', '-e', 'print "{{Through}}\n"' },
          'run a file in memory' => sub { my $n = 'x'; call(319, 279, $n, 0) },
          'make a process' => sub { my $p = fork; exit 0 if defined $p && $p == 0; defined $p },
          'make a process as the service does' => sub { my $p = syscall($isArm ? 220 : 56, 0x4111, 0, 0, 0, 0); syscall($isArm ? 93 : 60, 0) if $p == 0; $p > 0 },
          'signal the parent' => sub { kill(0, getppid()) },
          "signal the parent's thread" => sub { call(234, 131, getppid(), getppid(), 0) },
          'have the parent signalled' => sub { fcntl(STDOUT, 8, getppid()) },
          'trace the parent' => sub { call(101, 117, 0x4206, getppid(), 0, 0) },
          'hold the parent' => sub { syscall(434, getppid(), 0) >= 0 },
          "change the parent's limits" => sub { my $b = zeros(); call(302, 261, getppid(), 7, 0, $b) },
          "change the parent's priority" => sub { call(141, 140, 0, getppid(), getpriority(0, getppid())) },
          "change the parent's processors" => sub { my $b = pack('Q', 1); call(203, 122, getppid(), 8, $b) },
          'open io_uring' => sub { my $b = zeros(); syscall(425, 1, $b) >= 0 },
          'share memory' => sub { call(29, 194, 0, 4096, 0600 | 01000) },
          'watch files' => sub { call(294, 26, 0) },
          'leave a namespace' => sub { call(272, 97, 0x10000000) },
          'mount' => sub { my ($a, $b) = ('none', '/mnt'); call(165, 40, $a, $b, $a, 0x1000, 0) },
          'load a program into the kernel' => sub { my $b = pack('L L L L', 2, 4, 4, 1) . zeros(); call(321, 280, 0, $b, 72) },
          'count events' => sub { my $b = pack('L L Q', 1, 112, 0) . zeros(); call(298, 241, $b, 0, -1, -1, 0) },
          'handle page faults' => sub { call(323, 282, 1) },
          'use keys' => sub { call(250, 219, 0, -3, 1) },
          'call as x32' => sub { !$isArm && syscall(0x40000000 + 39) >= 0 },
          'call what no kernel has yet' => sub { syscall(999) >= 0 },
        );
        $! = 0;
        print $attempts{$attempt}->() ? "{{Through}}\n" : 'refused with error ' . ($! + 0) . "\n";
        """);

    private readonly string _file;

    public EscapingFfprobe()
    {
        _file = _script.In("secret");
        File.WriteAllText(_file, "secret");
    }

    /// <summary>Whether the service's files are unchanged.</summary>
    public bool HasDoneNothing =>
        File.ReadAllText(_file) is "secret" && Directory.GetFileSystemEntries(_script.Folder).Length == 2
        && File.GetLastWriteTimeUtc(_file).Year > 2000
        && (OperatingSystem.IsWindows() || !File.GetUnixFileMode(_file).HasFlag(UnixFileMode.OtherWrite));

    /// <summary>Makes one attempt and returns what it printed.</summary>
    /// <param name="attempt">What it attempts.</param>
    /// <param name="port">A port of this machine with a listener.</param>
    /// <param name="use">Whether it is confined.</param>
    /// <param name="proxyPort">The port that it may connect to.</param>
    public async Task<string> TryAsync(string attempt, int port, SandboxUse use, int proxyPort = 9)
    {
        var child = TestFfprobe.Child(new ProbeOptions { Sandbox = use }, SandboxSupport.OfThisKernel);
        string[] arguments =
        [
            attempt,
            port.ToString(CultureInfo.InvariantCulture),
            _file,
            RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "1" : "",
        ];
        var run = await child.RunAsync(
            _script.Path,
            new ToolCall(arguments, OpenProxy.LeaseOf($"http://probe:secret@127.0.0.1:{proxyPort}"), TimeSpan.FromMinutes(2)),
            CancellationToken.None).SoonAsync();
        Assert.True(run is { End: ToolEnd.Exited, Code: 0 }, $"{run.InWords()}: {run.Messages}");
        return Encoding.UTF8.GetString(run.Report.Span).Trim();
    }

    public void Dispose() => _script.Dispose();
}
