using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>Starts a child from a short-lived thread that first confines itself; the child inherits the confinement.</summary>
/// <remarks>
/// A thread never regains a right it gave up, and neither do threads it creates. The runtime creates threads from any thread at
/// hand: for the pool, for the collector, for the compiler when a method becomes hot. If one of these could open no file, this
/// process would break much later. So the runtime must not run between a thread's confinement and its end: a single method, fully
/// compiled in advance, calls the C library with memory prepared in advance. That is why <see cref="System.Diagnostics.Process"/>
/// does not start the children.
/// </remarks>
internal sealed unsafe class ConfinedStart(NativeArena memory)
{
    private const int StackSize = 256 * 1024;
    private const int SignalSetSize = 128;

    // Opaque to us; the C libraries need at most 336 bytes.
    private const int LibraryStructureSize = 1024;

    // From <spawn.h>, capset(2) and close_range(2).
    private const short DefaultAndNoBlockedSignals = 0x04 | 0x08;
    private const uint CapabilityVersion = 0x20080522;
    private const int CapabilityWords = 2 + 6;
    private const int OwnTableClosedAtStart = 2 | 4;
    private const int FirstOther = 3;
    private const int AllOthers = -1;

    private static readonly bool HasChangeOfFolder = Link() && NativeLibrary.TryGetExport(
        NativeLibrary.GetMainProgramHandle(), "posix_spawn_file_actions_addchdir_np", out _);

    private readonly StartPlan* _plan = NewPlan(memory);

    // Read for each start, so everything is linked before its thread runs.
    private readonly bool _hasChangeOfFolder = HasChangeOfFolder;

    /// <summary>Confines a thread as a test.</summary>
    /// <returns>Whether the kernel allowed it.</returns>
    public static bool CanConfine(int landlockAbi, ulong[] filter)
    {
        try
        {
            using var memory = new NativeArena();
            using var confinement = new Confinement(landlockAbi, filter, [], port: null);
            var trial = new ConfinedStart(memory);
            trial.Confine(confinement);
            trial.RunThread();
            return trial._plan->Failed == StartStep.None;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Starts a child and waits until its program runs.</summary>
    /// <returns>The child's id. The caller must also wait for its end.</returns>
    /// <exception cref="Win32Exception">It could not be started, or not confined.</exception>
    public static int Start(ChildCommand command, ChildPipes pipes, Confinement? confinement)
    {
        using var memory = new NativeArena();
        var start = new ConfinedStart(memory);
        if (confinement is not null)
        {
            start.Confine(confinement);
        }

        start.Prepare(command, pipes);
        try
        {
            start.RunThread();
        }
        finally
        {
            _ = LibC.DestroyActions(start._plan->Actions);
        }

        return start._plan->Failed switch
        {
            StartStep.None => start._plan->ProcessId,
            StartStep.Program => throw new Win32Exception(start._plan->Error),
            var step => throw new Win32Exception(
                start._plan->Error,
                $"The process could not be confined ({step}): {Marshal.GetPInvokeErrorMessage(start._plan->Error)}"),
        };
    }

    // Everything called on that thread is resolved first.
    private static bool Link()
    {
        string[] names =
            [nameof(LibC.Call), nameof(LibC.Control), nameof(LibC.SetCapabilities), nameof(LibC.Error), nameof(LibC.Spawn)];
        Array.ForEach(names, name => Marshal.Prelink(typeof(LibC).GetMethod(name)!));
        return true;
    }

    private static StartPlan* NewPlan(NativeArena memory)
    {
        var plan = (StartPlan*)memory.Space(sizeof(StartPlan));
        plan->Rules = -1;
        return plan;
    }

    private void Confine(Confinement confinement)
    {
        _plan->Capabilities = (uint*)memory.Space(CapabilityWords * sizeof(uint));
        *_plan->Capabilities = CapabilityVersion;
        _plan->Rules = confinement.RulesDescriptor;
        _plan->Filter = memory.Numbers(confinement.Filter);
        _plan->FilterLength = (ulong)confinement.Filter.Length;
    }

    private void Prepare(ChildCommand command, ChildPipes pipes)
    {
        _plan->Path = memory.Text(command.Path);
        _plan->Arguments = memory.Texts([command.Name, .. command.Arguments]);
        _plan->Environment = memory.Texts([.. command.Environment.Select(variable => $"{variable.Key}={variable.Value}")]);
        _plan->Actions = memory.Space(LibraryStructureSize);
        _ = LibC.InitActions(_plan->Actions);
        foreach (var (number, descriptor) in pipes.ChildEnds.Index())
        {
            _ = LibC.AddDuplicate(_plan->Actions, descriptor, number);
        }

        if (_hasChangeOfFolder)
        {
            _ = LibC.AddChangeOfFolder(_plan->Actions, memory.Text("/"));
        }

        // This process ignores some signals and blocks others; a child would inherit that.
        var signals = memory.Space(SignalSetSize);
        _plan->Attributes = memory.Space(LibraryStructureSize);
        _ = LibC.InitAttributes(_plan->Attributes);
        _ = LibC.SetFlags(_plan->Attributes, DefaultAndNoBlockedSignals);
        _ = LibC.SetBlockedSignals(_plan->Attributes, signals);
        new Span<byte>(signals, SignalSetSize).Fill(byte.MaxValue);
        _ = LibC.SetDefaultSignals(_plan->Attributes, signals);
    }

    private void RunThread()
    {
        var thread = new Thread(Run, StackSize);
        thread.Start();
        thread.Join();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run()
    {
        var plan = _plan;
        var error = LibC.Error();

        // Gives the thread its own descriptor table, of which the child keeps only what is duplicated for it. Old kernels cannot
        // do this, but the runtime opens no descriptor that a child would inherit.
        _ = LibC.Call(LibC.CloseRange, FirstOther, AllOthers, OwnTableClosedAtStart, 0);
        if (plan->Capabilities != null)
        {
            _ = LibC.SetCapabilities(plan->Capabilities, plan->Capabilities + 2);
            plan->Failed =
                LibC.Control(LibC.SetNoNewPrivileges, 1, 0, 0, 0) != 0 ? StartStep.NoNewPrivileges
                : plan->Rules >= 0 && LibC.Call(LibC.LandlockRestrictSelf, plan->Rules, 0, 0, 0) != 0 ? StartStep.Landlock
                : plan->FilterLength > 0
                    && LibC.Control(LibC.SetSeccomp, LibC.SeccompFilterMode, (nint)(&plan->FilterLength), 0, 0) != 0
                        ? StartStep.Filter
                : StartStep.None;
            plan->Error = *error;
        }

        if (plan->Failed == StartStep.None && plan->Path != null)
        {
            plan->Error =
                LibC.Spawn(&plan->ProcessId, plan->Path, plan->Actions, plan->Attributes, plan->Arguments, plan->Environment);
            plan->Failed = plan->Error == 0 ? StartStep.None : StartStep.Program;
        }
    }
}
