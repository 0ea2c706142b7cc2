package dev.litellm.benchmarks;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this JVM has used since it started, over all its threads, the ended ones included.
 */
public final class ProcessUsage {

	/** The first Java version that counts the allocation of ended threads too. */
	static final int MINIMUM_JAVA = 21;

	private ProcessUsage() {
	}

	static long cpuNanos() {
		return number(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, "ProcessCpuTime");
	}

	public static long allocatedBytes() {
		return number(ManagementFactory.THREAD_MXBEAN_NAME, "TotalThreadAllocatedBytes");
	}

	private static long number(String bean, String attribute) {
		try {
			return (long) ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(bean), attribute);
		}
		catch (JMException ex) {
			throw new IllegalStateException(
					"This JVM does not tell its %s; Java %d or later does".formatted(attribute, MINIMUM_JAVA), ex);
		}
	}

}
