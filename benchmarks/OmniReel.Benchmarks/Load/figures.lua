-- One line that the benchmark reads: requests/s, p99 in ms, requests, answers that were not 2xx or never came.
function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format("FIGURES %.1f %.3f %d %d", summary.requests / (summary.duration / 1e6), latency:percentile(99) / 1000,
    summary.requests, errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
