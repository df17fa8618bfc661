using System.Runtime.InteropServices;

namespace MediaInfo.LocalStorage.Tests.Support;

/// <summary>Lets the current thread see files as a user without rights does. Permissions do not bind an administrator.</summary>
internal sealed class OtherUser : IDisposable
{
    private const uint Nobody = 65_534;

    private readonly uint _before = SetFileUser(Nobody);

    public void Dispose() => _ = SetFileUser(_before);

    // Linux keeps this user for each thread.
    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern uint SetFileUser(uint user);
}
