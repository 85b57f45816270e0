using System.Net;
using OmniReel.Server.Access;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Http.Console;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Hosting;

/// <summary>Everything a server can be told. Read by <see cref="ServerConfiguration"/> from <c>DATA/omnireel.json</c>, the environment and flags.</summary>
public sealed record ServerOptions
{
    /// <summary>The data folder, absolute. It is made when it is missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Addresses to listen on, <c>http://HOST:PORT</c> or, with <see cref="Tls"/>, <c>https://HOST:PORT</c>; port 0 picks a free one. Empty: the admin socket only.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8080"];

    /// <summary>What clients are shown on the https addresses; null: there are none.</summary>
    public TlsChoice? Tls { get; init; }

    /// <summary>What links begin with, without a trailing slash; null: the request's own host.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The key that opens the server (<c>OMNIREEL_KEY</c>); null: the one that the first start makes.</summary>
    public string? Key { get; init; }

    /// <summary>The secrets that sign callbacks (<c>OMNIREEL_WEBHOOK_SECRET</c>), the newest first, all of them live; empty: those that rotations have made.</summary>
    public IReadOnlyList<string> SigningSecrets { get; init; } = [];

    /// <summary>Callbacks are delivered. False for a server that only looks at what there is.</summary>
    public bool DeliverCallbacks { get; init; } = true;

    /// <summary>The access and secret key whose tokens open the server too (<c>OMNIREEL_ACCESS_KEY</c>, <c>OMNIREEL_SECRET_KEY</c>); null: only keys do.</summary>
    public AccessPair? Pair { get; init; }

    /// <summary>Networks that inputs and callbacks may reach although they are not public.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>Proxies whose <c>X-Forwarded-Proto</c> and <c>X-Forwarded-Host</c> are believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>For work on one's own machine: loopback is allowed for inputs and callbacks.</summary>
    public bool Dev { get; init; }

    /// <summary>The fault lab is there: for those who test their own clients, never for production. Loopback is then allowed as with <see cref="Dev"/>.</summary>
    public bool Lab { get; init; }

    /// <summary>The lab may be there although others than this machine can reach it.</summary>
    public bool LabAnywhere { get; init; }

    /// <summary>Scenarios that every test of the lab begins with.</summary>
    public IReadOnlyList<LabOrder> LabScenarios { get; init; } = [];

    /// <summary>The file of the prices, absolute; null: <c>DATA/price-table.json</c> if there is one, else the vendor's own prices.</summary>
    public string? PriceTable { get; init; }

    /// <summary>Bytes that the uploads of one tenant may have together.</summary>
    public long UploadQuota { get; init; } = 2L << 30;

    /// <summary>How long an upload and its link live.</summary>
    public TimeSpan UploadLife { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Bytes that the elements of one tenant may hold together.</summary>
    public long ElementQuota { get; init; } = 4L << 30;

    /// <summary>Tasks with a picture or a video fail where the sandbox for decoders cannot run; otherwise they are worked on with less around them.</summary>
    public bool SandboxRequired { get; init; }

    /// <summary>Accounts at the vendor or its relays, that of the <c>KLING_*</c> variables first; empty: nothing is ever bought.</summary>
    public IReadOnlyList<KlingConnection> Connections { get; init; } = [];

    /// <summary>Submits of one connection that may be lost within an hour before no more are sent; null: nobody has said.</summary>
    public int? MaxUnknownPerHour { get; init; }

    /// <summary>The connections that the configuration names, while it is read.</summary>
    internal IReadOnlyList<ConnectionDraft> ConnectionDrafts { get; init; } = [];

    /// <summary>Which engine makes which film; null: <c>kling</c> makes all, else the first connection, else the embedded engine.</summary>
    public RouteBook? Routes { get; init; }

    /// <summary>Tasks worked on at the same time; 0 for a server that only keeps them.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Make the elements that wait to be made. False for a process that only looks into the folder.</summary>
    public bool MakeElements { get; init; } = true;

    /// <summary>Listen on <c>DATA/admin.sock</c>, where no key is asked for.</summary>
    public bool AdminSocket { get; init; } = true;

    /// <summary>SIGTERM and Ctrl-C drain the server. False where the surrounding program handles signals itself.</summary>
    public bool HandleSignals { get; init; } = true;

    /// <summary>Log lines and the start-up lines on the console. False for a server inside another program.</summary>
    public bool Console { get; init; } = true;

    /// <summary>The built web console, served at <c>/</c>; null: a page there says how to get it.</summary>
    public IConsoleFiles? Site { get; init; }

    /// <summary>How long a drain may take before work still open is cut off.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a server that is told to stop still listens, no longer ready, so that a load balancer sees it go; a second signal cuts it short.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>The configuration cannot be used; the message is one line for the operator: what, where, and what would be right.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
