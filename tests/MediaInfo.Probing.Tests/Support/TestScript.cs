using System.Diagnostics;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>Writes scripts that can be run right away.</summary>
internal static class TestScript
{
    /// <summary>
    /// Writes the script from a child process. If this process opened the file for writing, another test's fork would inherit the
    /// descriptor, and the kernel refuses to run a file that is open for writing.
    /// </summary>
    public static async Task<string> WriteAsync(string path, string body)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "cat >\"$1\" && chmod 755 \"$1\"", "sh", path])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        using var writer = Process.Start(start)!;
        await writer.StandardInput.WriteAsync($"#!/bin/sh\n{body}\n".ReplaceLineEndings("\n"));
        writer.StandardInput.Close();
        await writer.WaitForExitAsync();
        Assert.Equal(0, writer.ExitCode);
        return path;
    }
}
