using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing.Processes;

/// <summary>
/// Kills the children that this process leaves behind when it is killed. A shell is told of every child and reads from a pipe
/// until this process, which holds the other end, is gone for whatever reason. Linux only.
/// </summary>
/// <remarks>
/// The kernel's parent-death signal (PR_SET_PDEATHSIG) does not work here: it is set in the child before it runs, and is sent
/// when the thread that started the child ends. A child that was not yet reported to the shell finds its proxy gone.
/// </remarks>
public sealed class OrphanGuard(ILogger<OrphanGuard> log) : IDisposable
{
    // Uses only sh builtins: the environment may be bare. A process id may have been reused, so a child is identified by id and
    // start time (proc(5), stat: fields 4 and 22, counted after the name, which may contain anything).
    private const string Script = """
        trap '' HUP INT QUIT PIPE TERM
        exec >/dev/null 2>&1
        cd /
        live=' '
        while read -r sign child; do
          case $sign in
            +) live="$live$child " ;;
            -) case $live in *" $child "*) live="${live%% "$child" *} ${live#* "$child" }" ;; esac ;;
          esac
        done
        look() {
          read -r stat <"/proc/$1/stat" || return 1
          set -- ${stat##*') '}
          parent=$2
          shift 19
          began=$1
        }
        end() {
          kill -STOP "$1"
          for entry in /proc/[0-9]*; do
            look "${entry#/proc/}" && [ "$parent" = "$1" ] && end "${entry#/proc/}"
          done
          kill -KILL "$1"
        }
        for child in $live; do
          look "${child%:*}" && [ "$began" = "${child#*:}" ] && end "${child%:*}"
        done
        """;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _watched = new(StringComparer.Ordinal);
    private Process? _shell;
    private bool _hasNoShell = !OperatingSystem.IsLinux();

    /// <summary>The shell's process id; null while there is none.</summary>
    public int? ShellId
    {
        get
        {
            lock (_lock)
            {
                return _shell?.Id;
            }
        }
    }

    /// <summary>Watches a child until the result is disposed.</summary>
    public IDisposable Watch(int processId)
    {
        var child = Identify(processId);
        if (child is not null)
        {
            Tell(child, _watched.Add, '+');
        }

        return new Watched(this, child);
    }

    /// <summary>Ends the shell, and with it everything still watched.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _hasNoShell = true;
            Close();
        }
    }

    private void Forget(string child) => Tell(child, _watched.Remove, '-');

    private void Tell(string child, Func<string, bool> note, char sign)
    {
        lock (_lock)
        {
            if (!note(child) || _hasNoShell)
            {
                return;
            }

            try
            {
                if (_shell is null)
                {
                    _shell = StartShell();
                    _watched.ToList().ForEach(watched => Write('+', watched));
                }
                else
                {
                    Write(sign, child);
                }
            }
            catch (Exception e) when (e is IOException or Win32Exception)
            {
                // The shell was killed, and the next child gets a new one; or this machine has no shell.
                log.OrphanGuardFailed(e);
                _hasNoShell = _shell is null;
                Close();
            }
        }
    }

    private void Write(char sign, string child)
    {
        _shell!.StandardInput.Write($"{sign} {child}\n");
        _shell.StandardInput.Flush();
    }

    private void Close()
    {
        try
        {
            _shell?.StandardInput.Dispose();
        }
        catch (IOException)
        {
            // It has already ended.
        }

        _shell?.Dispose();
        _shell = null;
    }

    private static Process StartShell()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "mediainfo-orphan-guard"])
        {
            RedirectStandardInput = true,

            // Not inherited: someone may be waiting for this process's own output to be closed.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        return Process.Start(start)!;
    }

    private static string? Identify(int processId)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var began = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
            return string.Create(CultureInfo.InvariantCulture, $"{processId}:{began}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            // It has already ended, or this is not Linux.
            return null;
        }
    }

    private sealed class Watched(OrphanGuard guard, string? child) : IDisposable
    {
        public void Dispose()
        {
            if (child is not null)
            {
                guard.Forget(child);
            }
        }
    }
}
