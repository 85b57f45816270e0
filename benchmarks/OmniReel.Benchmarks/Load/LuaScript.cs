using OmniReel.Benchmarks.Api;

namespace OmniReel.Benchmarks.Load;

/// <summary>Writes the scripts that tell wrk what to send.</summary>
internal static class LuaScript
{
    private const long Billion = 1_000_000_000;

    /// <summary>Shares no divisor with a million, and is near its golden part: neighbours in time lie far apart in the store.</summary>
    private const int Step = 618_033;

    /// <summary>The body of every create; <c>%s</c> takes the external id.</summary>
    public const string Body =
        """{"model_name":"kling-v3-omni","prompt":"A person dances by the sea at sunset, waves roll in","mode":"std","aspect_ratio":"16:9","duration":"5","multi_shot":false,"sound":"off","external_task_id":"%s"}""";

    /// <summary>POSTs <see cref="Body"/> with a new external id each time.</summary>
    public static string Create(string folder, string path, string key, string prefix) => Write(folder, "create.lua", $$"""
        local n = 0
        wrk.headers["Content-Type"] = "application/json"
        wrk.headers["Authorization"] = "Bearer {{key}}"
        function request()
          n = n + 1
          return wrk.format("POST", "{{path}}", nil, string.format('{{Body}}', "{{prefix}}" .. n))
        end
        """);

    /// <summary>GETs one of the paths, in turn.</summary>
    public static string Get(string folder, string key, IReadOnlyList<string> paths, string name = "get.lua") => Write(folder, name, $$"""
        local n, paths = 0, { {{string.Join(", ", paths.Select(p => $"\"{p}\""))}} }
        wrk.headers["Authorization"] = "Bearer {{key}}"
        function request()
          n = n + 1
          return wrk.format("GET", paths[n % #paths + 1])
        end
        """);

    /// <summary>
    /// GETs tasks spread over all copies of a full store, so that hardly any was asked for before: one by its id, the next by its
    /// external id. Ids have more digits than a Lua number; they are put together from two.
    /// </summary>
    public static string GetSpread(string folder, string path, string key, FullStore store) => Write(folder, "spread.lua", $$"""
        local n, count, high, low = 0, {{store.Count}}, {{store.Before / Billion}}, {{store.Before % Billion}}
        wrk.headers["Authorization"] = "Bearer {{key}}"
        function request()
          n = n + 1
          local i = n * {{Step}} % count + 1
          if i % 2 == 1 then return wrk.format("GET", "{{path}}/{{FullStore.Name}}" .. string.format("%d", i)) end
          local sum = low + i * {{FullStore.Stride}}
          return wrk.format("GET", "{{path}}/" .. string.format("%d%09d", high + math.floor(sum / {{Billion}}), sum % {{Billion}}))
        end
        """);

    /// <summary>Of ten requests four create, four ask for a task that was created some time before, one lists, and one asks for a quote.</summary>
    public static string Mixed(string folder, string path, string key, string prefix) => Write(folder, "mixed.lua", $$"""
        local n, created = 0, 0
        wrk.headers["Content-Type"] = "application/json"
        wrk.headers["Authorization"] = "Bearer {{key}}"
        local function body(name) return string.format('{{Body}}', name) end
        function request()
          n = n + 1
          local turn = n % 10
          if turn < 4 then
            created = created + 1
            return wrk.format("POST", "{{path}}", nil, body("{{prefix}}" .. created))
          end
          -- No more requests are under way than there are connections: what was created so long ago is there.
          if turn < 8 and created > 512 then return wrk.format("GET", "{{path}}/{{prefix}}" .. (created - 512)) end
          if turn == 8 then return wrk.format("GET", "{{path}}?pageSize=30") end
          return wrk.format("POST", "{{path}}/quote", nil, body("quoted"))
        end
        """);

    private static string Write(string folder, string name, string script)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, script + "\n" + File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Load", "figures.lua")));
        return path;
    }
}
