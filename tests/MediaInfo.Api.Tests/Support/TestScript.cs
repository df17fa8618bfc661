using System.Diagnostics;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Writes scripts that can be run at once.</summary>
internal static class TestScript
{
    /// <summary>
    /// Writes it by a child, so that this process never holds the file open for writing: another test's fork would inherit it, and
    /// the kernel refuses to run a file that is open for writing.
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
