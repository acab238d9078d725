window.scriptSaw = typeof window.probe?.invoke;
